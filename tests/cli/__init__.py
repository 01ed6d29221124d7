"""The program as its users meet it: commands, their answers, their exit codes."""
