package audit

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"
)

// noteFile is called when a file goes out. Who asks is said by the token in the
// address, which PocketBase does not keep with the event.
func noteFile(e *core.FileDownloadRequestEvent) error {
	if reader := readerOf(e.RequestEvent); leavesTrail(reader) && !isHarmless(e.Collection) {
		noteFileOf(e, reader)
	}
	return e.Next()
}

func readerOf(e *core.RequestEvent) *core.Record {
	if token := e.Request.URL.Query().Get("token"); token != "" {
		if reader, err := e.App.FindAuthRecordByToken(token, core.TokenTypeFile); err == nil {
			return reader
		}
	}
	return e.Auth
}

func noteFileOf(e *core.FileDownloadRequestEvent, reader *core.Record) {
	residents, all := whose(e.App, e.Record)
	purpose := Purpose{Kind: AtCounter, Request: requestAt(e.App, e.Record), Note: paperName(e.Record)}
	switch {
	case reader.IsSuperuser():
		purpose.Kind = InAdminUI
	case purpose.Request != "":
		purpose.Kind = ForRequest
	}
	if all {
		SeenAll(e.App, reader, purpose, Exported, 0)
		return
	}
	Seen(e.App, reader, purpose, whatFile(e), residents...)
}

// whatFile: the small picture of a paper stands in a list.
func whatFile(e *core.FileDownloadRequestEvent) string {
	switch {
	case e.Collection.Name == "letters":
		return Letter
	case e.ServedName != "" && strings.Contains(e.ServedPath, "/thumbs_"):
		return Listed
	}
	return Opened
}

func paperName(record *core.Record) string {
	for _, field := range []string{"name", "title"} {
		if record.Collection().Fields.GetByName(field) != nil {
			return record.GetString(field)
		}
	}
	return ""
}

// bindBackups notes whoever takes a backup home: everybody's data is in it.
func bindBackups(r *router.Router[*core.RequestEvent]) {
	r.Bind(&hook.Handler[*core.RequestEvent]{
		Id: "mdesaAuditBackups",
		Func: func(e *core.RequestEvent) error {
			if strings.HasSuffix(e.Request.Pattern, "GET /api/backups/{key}") {
				noteBackup(e)
			}
			return e.Next()
		},
	})
}

func noteBackup(e *core.RequestEvent) {
	reader := readerOf(e)
	if reader == nil || !reader.IsSuperuser() || !backupIsThere(e.App, e.Request.PathValue("key")) {
		return
	}
	var count int
	if err := e.App.DB().Select("count(*)").From("residents").Row(&count); err != nil {
		e.App.Logger().Warn("how many residents a backup holds is not known", "error", err.Error())
	}
	SeenAll(e.App, reader, Purpose{Kind: InAdminUI, Note: "cadangan " + e.Request.PathValue("key")}, Exported, count)
}

func backupIsThere(app core.App, key string) bool {
	files, err := app.NewBackupsFilesystem()
	if err != nil {
		return false
	}
	defer func() { _ = files.Close() }()
	there, err := files.Exists(key)
	return err == nil && there
}
