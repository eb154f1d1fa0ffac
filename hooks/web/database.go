package web

import (
	"net/url"
	"path/filepath"

	"github.com/pocketbase/dbx"
)

// Connections per file, fit for a server with 1 GB: each may keep a page cache
// of up to [cacheKiB]. PocketBase adds one more for writing.
const (
	DataMaxOpenConns = 8
	DataMaxIdleConns = 8
	AuxMaxOpenConns  = 3
	AuxMaxIdleConns  = 2
)

const cacheKiB = "-12000" // SQLite reads a negative size as KiB

// Connect opens one of PocketBase's two SQLite files.
//
// What data.db has acknowledged survives a power cut (synchronous=FULL);
// auxiliary.db holds only logs and may lose its last seconds. Every transaction
// takes the write lock at its beginning, so that what it reads is what it
// changes; plain SELECTs are not affected. recursive_triggers keeps INSERT OR
// REPLACE from walking around the triggers of the append-only tables.
func Connect(dbPath string) (*dbx.DB, error) {
	synchronous := "FULL"
	if filepath.Base(dbPath) == "auxiliary.db" {
		synchronous = "NORMAL"
	}
	options := url.Values{
		"_txlock": {"immediate"},
		"_pragma": {
			"busy_timeout(10000)", // first: switching to WAL may have to wait for another connection
			"journal_mode(WAL)",
			"journal_size_limit(64000000)", // bytes
			"wal_autocheckpoint(4000)",     // pages: pages written often reach the file once, not each time
			"synchronous(" + synchronous + ")",
			"foreign_keys(ON)",
			"recursive_triggers(ON)",
			"temp_store(MEMORY)",
			"cache_size(" + cacheKiB + ")",
		},
	}
	return dbx.Open("sqlite", dbPath+"?"+options.Encode())
}
