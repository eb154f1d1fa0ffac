package privacy

import (
	"archive/zip"
	"encoding/json"
	"io"
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var errTooManyExports = fault.New(fault.TooMany, "privacy.too_many_exports",
	"Data Anda baru saja diunduh beberapa kali. Coba lagi satu jam lagi.",
	"Your data was downloaded several times just now. Try again in an hour.")

// perExport: an export reads much and brings many files along.
var perExport = web.Limit{Name: "privacy.export", N: 4, Per: time.Hour}

// export answers GET /api/me/export: everything that is kept about the resident
// who is logged in, as a ZIP (UU 27/2022 art. 6, 7 and 13): data.json for
// machines, index.html for people in their language, and the files. It is sent while it is read.
func export(e *core.RequestEvent) error {
	if !perExport.Allow(e.App, e.Auth.Id) {
		return errTooManyExports
	}
	lang := tongueOf(fault.Lang(e))
	everything, files, err := gather(e.App, e.Auth, lang)
	if err != nil {
		return err
	}
	storage, err := e.App.NewFilesystem()
	if err != nil {
		return err
	}
	defer storage.Close()
	header := e.Response.Header()
	header.Set("Content-Type", "application/zip")
	header.Set("Content-Disposition", `attachment; filename="data-saya-`+office.Today(e.App)+`.zip"`)
	header.Set("Cache-Control", "no-store")
	e.Response.WriteHeader(http.StatusOK)
	if err := pack(e.Response, storage, everything, files, lang); err != nil {
		// The answer has begun: breaking it off tells the browser that it is not whole.
		e.App.Logger().Error("export", "account", e.Auth.Id, "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

// attachment is a file that goes into the ZIP.
type attachment struct {
	name string // in the ZIP
	key  string // in the storage
}

func pack(out io.Writer, storage *filesystem.System, everything *Everything, files []attachment, lang tongue) error {
	archive := zip.NewWriter(out)
	data, err := archive.Create("data.json")
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(data)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(everything); err != nil {
		return err
	}
	page, err := archive.Create("index.html")
	if err != nil {
		return err
	}
	if err := readable[lang].Execute(page, everything); err != nil {
		return err
	}
	for _, file := range files {
		if err := packFile(archive, storage, file); err != nil {
			return err
		}
	}
	return archive.Close()
}

// packFile stores papers as they are: PDF and pictures are compressed already.
func packFile(archive *zip.Writer, storage *filesystem.System, file attachment) error {
	reader, err := storage.GetReader(file.key)
	if err != nil {
		return err
	}
	defer reader.Close()
	writer, err := archive.CreateHeader(&zip.FileHeader{Name: file.name, Method: zip.Store, Modified: reader.ModTime()})
	if err != nil {
		return err
	}
	_, err = io.Copy(writer, reader)
	return err
}
