% The grid of the bench, answered by octave-queueing: each row of the file named is a question, each line printed its answer.
% Columns: kind (1 Erlang B, 2 Erlang C, 3 M/M/c/K, 4 the chain of Erlang A, 5 what becomes of one who waits), servers, arrivals/s, ends/s of a server,
% givings-up/s of one who waits, places (of the chain solved), seconds.
pkg load queueing
warning('off', 'all');
grid = dlmread(argv(){end}, ',');
for row = 1:rows(grid)
  kind = grid(row, 1); m = grid(row, 2); lambda = grid(row, 3); mu = grid(row, 4); theta = grid(row, 5); K = grid(row, 6); t = grid(row, 7);
  switch kind
    case 1
      printf('%.17g\n', erlangb(lambda / mu, m));
    case 2
      [U R Q X p0 pm] = qsmmm(lambda, mu, m);
      printf('%.17g,%.17g,%.17g,%.17g\n', U, pm, pm / (m * mu - lambda), 1 - pm * exp(-(m * mu - lambda) * t));
    case 3
      [U R Q X p0 pK] = qsmmmk(lambda, mu, m, K);
      printf('%.17g,%.17g,%.17g\n', U, R, pK);
    otherwise
      n = 1:K;
      p = ctmc(ctmcbd(lambda * ones(1, K), min(n, m) * mu + max(0, n - m) * theta));
      waiting = max(0, (0:K) - m);
      if kind == 4
        printf('%.17g,%.17g,%.17g,%.17g\n', dot(p, min(0:K, m)) / m, sum(p((m + 1):end)), dot(p, waiting) * theta / lambda, dot(p, waiting) / lambda);
      else
        % One who waits, followed: 1 answered, 2 gave up, 2 + j has j - 1 ahead.
        W = K - m + 1;
        Q = zeros(W + 2);
        for j = 1:W
          if j == 1, ahead = 1; else ahead = j + 1; endif
          Q(j + 2, ahead) += m * mu + (j - 1) * theta;
          Q(j + 2, 2) += theta;
          Q(j + 2, j + 2) = -(m * mu + j * theta);
        endfor
        begins = [0 0 p((m + 1):end)];
        waits = sum(begins);
        ends = ctmc(Q, t, begins / waits) * waits;
        printf('%.17g,%.17g\n', 1 - waits + ends(1), ends(2));
      endif
  endswitch
endfor
