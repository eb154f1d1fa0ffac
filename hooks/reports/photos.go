package reports

import (
	"fmt"
	"image"
	_ "image/jpeg" // what photos are
	_ "image/png"
	"io"
	"slices"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"
	"github.com/pocketbase/pocketbase/tools/security"

	"mdesa/hooks/fault"
)

var errPhoto = fault.New(fault.Invalid, "report.photo",
	"Foto ini tidak dapat ditampilkan untuk umum. Pilih foto JPEG atau PNG dari laporan ini.",
	"This photo cannot be shown to all. Choose a JPEG or PNG of this report.")

const (
	widest     = 1280       // pixels of a public copy
	mostPixels = 60_000_000 // of what is worth opening: more would fill the memory
	mostPhotos = 6
)

// showPhotos makes public copies of documents that hang on a report: drawn anew,
// so that nothing is left in them but what can be seen.
func showPhotos(app core.App, report *core.Record, field string, documents []string) error {
	request, err := app.FindRecordById("requests", report.GetString("request"))
	if err != nil {
		return err
	}
	hung := request.GetStringSlice("documents")
	files, err := app.NewFilesystem()
	if err != nil {
		return err
	}
	defer func() { _ = files.Close() }() // only read, but for what is deleted again
	if len(documents) > mostPhotos {
		return errPhoto.At(field, errPhoto)
	}
	copies := []*filesystem.File{}
	for _, id := range documents {
		document, err := app.FindRecordById("documents", id)
		if err != nil || !slices.Contains(hung, id) || document.GetString("file") == "" {
			return errPhoto.At(field, errPhoto.Because(err))
		}
		made, err := publicCopy(files, document)
		if err != nil {
			return errPhoto.At(field, errPhoto.Because(err))
		}
		copies = append(copies, made)
	}
	report.Set(field, copies)
	return nil
}

// publicCopy draws a photo anew with PocketBase's own thumbnails, which turn it
// upright and keep no metadata.
func publicCopy(files *filesystem.System, document *core.Record) (*filesystem.File, error) {
	original := document.BaseFilesPath() + "/" + document.GetString("file")
	width, err := widthOf(files, original)
	if err != nil {
		return nil, err
	}
	drawn := document.BaseFilesPath() + "/thumbs_public/" + security.PseudorandomString(12)
	if err := files.CreateThumb(original, drawn, fmt.Sprintf("%dx0", min(width, widest))); err != nil {
		return nil, err
	}
	defer func() { _ = files.Delete(drawn) }()
	reader, err := files.GetReader(drawn)
	if err != nil {
		return nil, err
	}
	defer func() { _ = reader.Close() }()
	content, err := io.ReadAll(reader)
	if err != nil {
		return nil, err
	}
	return filesystem.NewFileFromBytes(content, "photo.jpg")
}

// widthOf is in pixels, of a picture that is not too large to open.
func widthOf(files *filesystem.System, key string) (int, error) {
	reader, err := files.GetReader(key)
	if err != nil {
		return 0, err
	}
	defer func() { _ = reader.Close() }()
	size, _, err := image.DecodeConfig(reader)
	if err == nil && size.Width*size.Height > mostPixels {
		err = fmt.Errorf("%d x %d pixels", size.Width, size.Height)
	}
	return size.Width, err
}
