"""The Harbor Courier: a four-page English broadsheet that never was."""
