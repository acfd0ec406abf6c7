"""Sample issues of papers that never were, typeset by the project itself."""
