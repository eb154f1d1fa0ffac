package web

import (
	"os"
	"path/filepath"

	"github.com/pocketbase/pocketbase/core"
)

// KeepFile brings the file or files of a record's field to the disk itself. PocketBase leaves that to
// the system, and after a power cut the row could point to a file that is not
// there. With storage elsewhere (S3) there is nothing to do.
func KeepFile(app core.App, record *core.Record, field string) error {
	if app.Settings().S3.Enabled {
		return nil
	}
	folder := filepath.Join(app.DataDir(), core.LocalStorageDirName, record.BaseFilesPath())
	for _, name := range record.GetStringSlice(field) {
		if err := flush(filepath.Join(folder, name)); err != nil {
			return err
		}
	}
	return flush(folder)
}

func flush(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return file.Sync()
}
