"""The program as commands and as lines: everything a screen can do, without one."""
