"""How fast the program is, against the least that any such program must do."""
