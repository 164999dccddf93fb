// Style sheets are imported for their effect. Class names are plain and begin with their room's name.
declare module '*.css' {}
