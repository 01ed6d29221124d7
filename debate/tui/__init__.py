"""The stage: everything people see in a terminal, and nothing they may or may not do."""
