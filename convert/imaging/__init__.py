"""Page pictures: rendered once per page, encoded in the sizes that are asked for."""
