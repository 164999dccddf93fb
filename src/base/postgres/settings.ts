// For a small machine: two cores, and the whole product within 400 MB. Given on the command line, so that a new version's settings hold
// for old data too.
export const serverSettings: Record<string, string> = {
  listen_addresses: '', // the socket is the only door
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '64MB',
  huge_pages: 'off',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  jit: 'off',
  io_method: 'sync', // three processes fewer; reading ahead is left to the system
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '2',
  random_page_cost: '1.1',
  fsync: 'on',
  synchronous_commit: 'on', // what was answered with 250 is on the disk
  full_page_writes: 'on',
  wal_level: 'replica', // a backup is taken while serving
  max_wal_senders: '2',
  max_replication_slots: '4',
  wal_buffers: '4MB',
  min_wal_size: '192MB', // segments are used again, not made anew
  max_wal_size: '768MB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What people wrote stays out of the log: neither statements, nor their values, nor the details of a violated constraint.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}
