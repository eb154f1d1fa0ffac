package apptest

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"github.com/pocketbase/pocketbase/core"
)

// template is a data folder held in memory, so that no folder stays behind.
type template struct {
	files map[string][]byte
}

// kind says which folder: with whose hooks, and whether people live in it.
type kind struct {
	register uintptr
	empty    bool
}

var (
	templates   = map[kind]*template{}
	templatesMu sync.Mutex
)

// templateFor is the folder as register's hooks build it, made at first use.
func templateFor(t testing.TB, register func(core.App), empty bool) *template {
	t.Helper()
	templatesMu.Lock()
	defer templatesMu.Unlock()
	key := kind{reflect.ValueOf(register).Pointer(), empty}
	if templates[key] == nil {
		templates[key] = build(t, register, empty)
	}
	return templates[key]
}

// build lets the server seed a migrated folder and moves the village in. The
// files are read after the databases are closed and their WAL is gone.
func build(t testing.TB, register func(core.App), empty bool) *template {
	t.Helper()
	dir := t.TempDir()
	base, err := migrated()
	if err == nil {
		err = base.copyTo(dir)
	}
	if err != nil {
		t.Fatal("migrating: ", err)
	}
	app, stop := start(t, dir, register)
	err = hashCheaply(app)
	if err == nil && !empty {
		err = settle(app)
	}
	stop()
	if err != nil {
		t.Fatal("building the village: ", err)
	}
	made, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// hashCheaply sets the least work for bcrypt in every collection with passwords:
// a test is about who may log in, not about how long guessing takes.
func hashCheaply(app core.App) error {
	collections, err := app.FindAllCollections()
	if err != nil {
		return err
	}
	for _, collection := range collections {
		password, has := collection.Fields.GetByName(core.FieldNamePassword).(*core.PasswordField)
		if !has {
			continue
		}
		password.Cost = cheapCost
		if err := app.Save(collection); err != nil {
			return err
		}
	}
	return nil
}

func read(dir string) (*template, error) {
	made := &template{files: map[string][]byte{}}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		made.files[name], err = os.ReadFile(path)
		return err
	})
	return made, err
}

func (made *template) copyTo(dir string) error {
	for name, body := range made.files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(path, body, 0o600); err != nil {
			return err
		}
	}
	return nil
}
