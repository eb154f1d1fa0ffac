package letters

import (
	"io"

	"github.com/pocketbase/pocketbase/core"
)

// pictures of the letterhead, as the admin uploaded them.
type pictures struct{ logo, script, whole []byte }

// picturesOf reads the office's pictures once for each version of its record.
func picturesOf(app core.App, office *core.Record) (pictures, error) {
	key := "letters.pictures." + office.GetString("updated")
	if kept, ok := app.Store().Get(key).(pictures); ok {
		return kept, nil
	}
	files, err := app.NewFilesystem()
	if err != nil {
		return pictures{}, err
	}
	defer files.Close()
	var kept pictures
	for field, into := range map[string]*[]byte{"logo": &kept.logo, "script_line": &kept.script, "letterhead": &kept.whole} {
		name := office.GetString(field)
		if name == "" {
			continue
		}
		reader, err := files.GetReader(office.BaseFilesPath() + "/" + name)
		if err != nil {
			return pictures{}, err
		}
		*into, err = io.ReadAll(reader)
		_ = reader.Close()
		if err != nil {
			return pictures{}, err
		}
	}
	app.Store().Set(key, kept)
	return kept, nil
}
