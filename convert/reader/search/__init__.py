"""Full text search without a server: an index that the browser reads in small pieces.

    texts ─fold→ ─terms→ postings of an issue ─merge→ segment of a month or year ─cut→ shards

`fold` and `terms` stand twice, here and in static/search.js; tests compare them.
"""
