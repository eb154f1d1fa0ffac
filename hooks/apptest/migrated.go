package apptest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/pocketbase/pocketbase/core"
)

// migrated is a data folder after all migrations and before any hook. Building it
// takes most of a package's first test, so it is kept in the user's cache, under
// a name that follows from the migrations and the libraries.
var migrated = sync.OnceValues(func() (*template, error) {
	dir, err := cacheFolder()
	if err == nil {
		made, err := read(dir)
		if err == nil && made.files["data.db"] != nil && made.files["auxiliary.db"] != nil { // not just being cleared away
			return made, nil
		}
	}
	made, err := migrate()
	if err == nil && dir != "" {
		made.keep(dir)
	}
	return made, err
})

func migrate() (*template, error) {
	dir, err := os.MkdirTemp("", "mdesa-migrated-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	app := core.NewBaseApp(config(dir))
	err = app.Bootstrap()
	if err == nil {
		err = app.RunAllMigrations()
	}
	if err = errors.Join(err, app.ResetBootstrapState()); err != nil {
		return nil, err
	}
	return read(dir)
}

// cacheFolder names the folder for the migrations as they are now. There is none
// where the sources are not at hand or nothing can be cached.
func cacheFolder() (string, error) {
	_, here, _, _ := runtime.Caller(0)
	root := filepath.Join(filepath.Dir(here), "..", "..")
	sources, err := fs.Glob(os.DirFS(root), "migrations/*.go")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, name := range append(sources, "go.sum") {
		source, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		sum.Write([]byte(name))
		sum.Write(source)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(cache, "mdesa-tests", hex.EncodeToString(sum.Sum(nil)[:16])), nil
}

// keep writes the folder in one step, as other packages' tests may look for it
// now, and clears away those of former migrations. What fails costs time only.
func (made *template) keep(dir string) {
	parent := filepath.Dir(dir)
	if os.RemoveAll(parent) != nil || os.MkdirAll(parent, 0o700) != nil {
		return
	}
	half, err := os.MkdirTemp(parent, "half-")
	if err != nil {
		return
	}
	if made.copyTo(half) != nil || os.Rename(half, dir) != nil {
		_ = os.RemoveAll(half)
	}
}
