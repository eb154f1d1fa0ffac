package programs

import (
	"unicode/utf8"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errPhoto = fault.New(fault.Invalid, "program.photo",
		"Foto ini tidak dapat dibaca. Kirim foto JPEG atau PNG paling besar 10 MB.",
		"This photo cannot be read. Send a JPEG or PNG of at most 10 MB.")
	errAlt = fault.New(fault.Invalid, "program.alt",
		"Tulis apa yang terlihat pada foto, agar warga yang tidak dapat melihatnya juga tahu.",
		"Say in a few words what the photos show, for those who cannot see them.")
	errForm = fault.New(fault.Invalid, "program.form",
		"Ada isian yang perlu diperbaiki.", "Some answers need to be mended.")
)

const (
	largestPhoto = 10 << 20 // bytes, as in the migration
	shortestAlt  = 5        // letters
)

// takePhotos takes the place where new photos were made out of them. It is
// written into the upload itself, whose length stays the same.
func takePhotos(record *core.Record, field string) error {
	for _, file := range record.GetUnsavedFiles(field) {
		content, err := web.ReadUpload(file, largestPhoto)
		if err != nil {
			return errForm.At(field, errPhoto.Because(err))
		}
		web.WipePosition(content)
		file.Reader = &filesystem.BytesReader{Bytes: content}
	}
	return nil
}

// describesPhotos tells whether a record says what its photos show.
func describesPhotos(record *core.Record) bool {
	return !hasPhotos(record) || utf8.RuneCountInString(record.GetString("photos_alt")) >= shortestAlt
}

func hasPhotos(record *core.Record) bool {
	return len(record.GetStringSlice("photos"))+len(record.GetUnsavedFiles("photos")) > 0
}

// keepFiles brings what was uploaded to the disk itself.
func keepFiles(app core.App, record *core.Record, fields ...string) error {
	for _, field := range fields {
		if len(record.GetStringSlice(field)) > 0 {
			if err := web.KeepFile(app, record, field); err != nil {
				return err
			}
		}
	}
	return nil
}
