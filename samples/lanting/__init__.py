"""The 澜汀日报: an eight-page Chinese tabloid that never was."""
