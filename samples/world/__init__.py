"""Single pages of papers that never were, from many countries and of many designs."""
