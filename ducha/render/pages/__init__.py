"""Reports as pages: a module for each."""
