package audit

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"
)

// noteRemoved: a record that goes is not enriched, so its end is noted here.
// Whose it is has to be asked before it is gone.
func noteRemoved(e *core.RecordRequestEvent) error {
	if !e.HasSuperuserAuth() {
		return e.Next()
	}
	residents, all := whose(e.App, e.Record)
	purpose := StatedOr(e.RequestEvent, InAdminUI)
	purpose.Note = noteOf("dihapus", e.Collection.Name, purpose.Note)
	if err := e.Next(); err != nil {
		return err
	}
	if all {
		SeenAll(e.App, e.Auth, purpose, Changed, 0)
	}
	Seen(e.App, e.Auth, purpose, Changed, residents...)
	return nil
}

// bindMany notes two of PocketBase's routes that run past the hooks of records:
// emptying a collection, and trying out the query of a view.
func bindMany(r *router.Router[*core.RequestEvent]) {
	r.Bind(&hook.Handler[*core.RequestEvent]{
		Id: "mdesaAuditMany",
		Func: func(e *core.RequestEvent) error {
			if e.HasSuperuserAuth() {
				switch {
				case strings.HasSuffix(e.Request.Pattern, "POST /api/collections/meta/dry-run-view"):
					noteTrial(e)
				case strings.HasSuffix(e.Request.Pattern, "DELETE /api/collections/{collection}/truncate"):
					return noteEmptied(e)
				}
			}
			return e.Next()
		},
	})
}

func noteTrial(e *core.RequestEvent) {
	var asked struct {
		Query string `json:"query" form:"query"`
	}
	if err := e.BindBody(&asked); err != nil { // PocketBase refuses it as well
		return
	}
	purpose := StatedOr(e, InAdminUI)
	purpose.Note = noteOf("view", asked.Query, purpose.Note)
	SeenAll(e.App, e.Auth, purpose, Found, 0)
}

func noteEmptied(e *core.RequestEvent) error {
	if err := e.Next(); err != nil {
		return err
	}
	collection, err := e.App.FindCachedCollectionByNameOrId(e.Request.PathValue("collection"))
	if err == nil && !isHarmless(collection) {
		purpose := StatedOr(e, InAdminUI)
		purpose.Note = noteOf("dikosongkan", collection.Name, purpose.Note)
		SeenAll(e.App, e.Auth, purpose, Changed, 0)
	}
	return nil
}
