"""Real servers for the trials of the stores: started once a process, on free ports, ended by id."""
