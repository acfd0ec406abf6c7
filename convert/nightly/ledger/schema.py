"""The tables of the ledger, as a list of migrations; `user_version` counts those done."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE issue (
        id INTEGER PRIMARY KEY,
        paper TEXT NOT NULL, date TEXT NOT NULL, edition TEXT NOT NULL,
        deadline TEXT NOT NULL,             -- UTC, ISO 8601
        asked INTEGER NOT NULL DEFAULT 0,   -- publish with what is there
        closed_at TEXT NOT NULL DEFAULT '', -- its work was cleared away
        UNIQUE (paper, date, edition)
    );
    CREATE TABLE file (                     -- each content that a name had
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,                 -- relative to the inbox, NFC
        stamp TEXT NOT NULL,                -- inode, size, mtime: is it still that one?
        size INTEGER NOT NULL, sha256 TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        pages INTEGER NOT NULL DEFAULT 0,
        deaths INTEGER NOT NULL DEFAULT 0,
        paper TEXT NOT NULL DEFAULT '',
        issue INTEGER REFERENCES issue,
        labels TEXT NOT NULL DEFAULT '',    -- A02-A03; empty: a whole issue
        version TEXT NOT NULL DEFAULT '',
        finished_at TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX file_name ON file (name, id);
    CREATE INDEX file_state ON file (state);
    CREATE INDEX file_issue ON file (issue);
    CREATE TABLE page (                     -- one page of one file
        id INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES file,
        place INTEGER NOT NULL,             -- 0-based page of the file
        issue INTEGER NOT NULL REFERENCES issue,
        labels TEXT NOT NULL, number INTEGER NOT NULL, version TEXT NOT NULL,
        torn INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL,
        deaths INTEGER NOT NULL DEFAULT 0,
        shelf TEXT NOT NULL DEFAULT '',     -- name of the result
        seconds REAL NOT NULL DEFAULT 0,
        articles INTEGER NOT NULL DEFAULT 0, confidence REAL NOT NULL DEFAULT 0,
        finished_at TEXT NOT NULL DEFAULT '',
        UNIQUE (file, place)
    );
    CREATE INDEX page_issue ON page (issue);
    CREATE INDEX page_state ON page (state);
    CREATE TABLE finding (                  -- preflight and doubts of a page
        page INTEGER NOT NULL REFERENCES page,
        code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL
    );
    CREATE INDEX finding_page ON finding (page);
    CREATE TABLE revision (
        issue INTEGER NOT NULL REFERENCES issue, number INTEGER NOT NULL,
        contents TEXT NOT NULL,             -- fingerprint of what it is made of
        cause TEXT NOT NULL,
        begun_at TEXT NOT NULL, stood_at TEXT NOT NULL DEFAULT '',
        pages TEXT NOT NULL,                -- JSON: ids of the pages in it
        gaps TEXT NOT NULL DEFAULT '[]',    -- JSON: labels
        withdrawn TEXT NOT NULL DEFAULT '[]', -- JSON: ids of articles
        stories TEXT NOT NULL DEFAULT '',   -- JSON: every story that the issue ever had
        manifest TEXT NOT NULL DEFAULT '',  -- SHA-256 of issue.json
        PRIMARY KEY (issue, number)
    );
    CREATE TABLE withdrawal (
        issue INTEGER NOT NULL REFERENCES issue, article TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (issue, article)
    );
    CREATE TABLE event (                    -- all that happened, in order
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL, level TEXT NOT NULL, code TEXT NOT NULL,
        paper TEXT NOT NULL DEFAULT '', issue INTEGER, labels TEXT NOT NULL DEFAULT '',
        file TEXT NOT NULL DEFAULT '', message TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX event_issue ON event (issue);
    CREATE INDEX event_at ON event (at);
    CREATE TABLE errand (                   -- hooks and deliveries to be done
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL, target TEXT NOT NULL, payload TEXT NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0, due_at TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'open', reason TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX errand_state ON errand (state);
    CREATE TABLE paper (key TEXT PRIMARY KEY, profile TEXT NOT NULL); -- JSON, for status
    CREATE TABLE pulse (one INTEGER PRIMARY KEY CHECK (one = 1), at TEXT NOT NULL);
    """,
)
