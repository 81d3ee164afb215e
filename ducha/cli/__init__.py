"""The command line: arguments, clock, streams, exit codes, and nothing else."""
