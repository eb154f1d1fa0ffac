package access

import (
	"encoding/json"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"
	"github.com/pocketbase/pocketbase/tools/security"

	"mdesa/hooks/fault"
)

var (
	errRulesKept = fault.New(fault.Forbidden, "access.rules_kept",
		"Aturan akses koleksi tidak diubah lewat admin, supaya data warga tidak terbuka tanpa catatan. Koleksi baru hanya untuk admin: kosongkan semua aturannya (terkunci).",
		"Access rules of collections are not changed in the admin pages, so that residents' data do not lie open unrecorded. New collections are for admins only: leave all of their rules locked.")
	errShapeKept = fault.New(fault.Forbidden, "access.shape_kept",
		"Koleksi dan isian M-Desa tidak diganti nama, dihapus, atau dibuka. Menambah isian baru boleh.",
		"M-Desa's collections and fields are not renamed, deleted or uncovered. Adding new fields is fine.")
	errNotEmptied = fault.New(fault.Forbidden, "access.not_emptied",
		"Koleksi ini tidak dikosongkan: isinya bukti siapa yang memutuskan.",
		"This collection is not emptied: it is the evidence of who decided.")
)

// keepRules binds what admins cannot do to collections, whoever they are: a rule
// that is loosened even for a minute gives the register to guests, and nothing
// of it would stand in the trail. Only requests are refused; the program's own
// changes go their way.
func keepRules(app core.App) {
	app.OnCollectionCreateRequest().BindFunc(keepNewLocked)
	app.OnCollectionUpdateRequest().BindFunc(keepChanged)
	app.OnCollectionDeleteRequest().BindFunc(keepOurs)
	app.OnCollectionsImportRequest().BindFunc(keepImported)
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		bindTruncate(e.Router)
		return e.Next()
	})
}

func keepNewLocked(e *core.CollectionRequestEvent) error {
	if err := mayBecome(nil, e.Collection); err != nil {
		return err
	}
	return e.Next()
}

// keepChanged replaces a secret that was sent along by one that nobody knows: so
// "invalidate all tokens" of PocketBase's UI goes on working, and nobody chooses
// what tokens are signed with.
func keepChanged(e *core.CollectionRequestEvent) error {
	former, err := e.App.FindCachedCollectionByNameOrId(e.Request.PathValue("collection")) // the body may bring another id
	if err != nil {
		return err
	}
	if err := mayBecome(former, e.Collection); err != nil {
		return err
	}
	if former.IsAuth() && e.Collection.IsAuth() {
		was := tokensOf(former)
		for i, token := range tokensOf(e.Collection) {
			if token.Secret != was[i].Secret {
				token.Secret = security.RandomString(50)
			}
		}
	}
	return e.Next()
}

func tokensOf(c *core.Collection) []*core.TokenConfig {
	return []*core.TokenConfig{&c.AuthToken, &c.FileToken, &c.PasswordResetToken, &c.EmailChangeToken, &c.VerificationToken}
}

func keepOurs(e *core.CollectionRequestEvent) error {
	if isOurs(e.Collection) {
		return errShapeKept
	}
	return e.Next()
}

func isOurs(collection *core.Collection) bool {
	_, ours := ofCollection[collection.Name]
	return ours
}

// keepImported asks the same of a file of collections, read the way that
// PocketBase reads it. Such a file drops nothing and brings no secrets.
func keepImported(e *core.CollectionsImportRequestEvent) error {
	if e.DeleteMissing {
		return errShapeKept
	}
	for _, data := range e.CollectionsData {
		raw, err := json.Marshal(data)
		if err != nil {
			return err
		}
		former, next := importedAs(e.App, data)
		if err := json.Unmarshal(raw, next); err != nil {
			return err
		}
		if former != nil {
			next = withFormerFields(former, next)
		}
		if err := mayBecome(former, next); err != nil {
			return err
		}
		if former != nil && bringsSecret(former, next) {
			return errRulesKept
		}
	}
	return e.Next()
}

// importedAs finds the collection that an entry of a file is about, nil for a
// new one, and a copy to read the entry into.
func importedAs(app core.App, data map[string]any) (former, next *core.Collection) {
	id, _ := data["id"].(string)
	if id == "" {
		id, _ = data["name"].(string)
	}
	former, err := app.FindCollectionByNameOrId(id)
	if err != nil {
		return nil, &core.Collection{}
	}
	next, err = app.FindCollectionByNameOrId(former.Id)
	if err != nil {
		return nil, &core.Collection{}
	}
	return former, next
}

// withFormerFields: an import leaves those fields alone that it does not name.
func withFormerFields(former, next *core.Collection) *core.Collection {
	for _, field := range former.Fields {
		if next.Fields.GetById(field.GetId()) == nil && next.Fields.GetByName(field.GetName()) == nil {
			next.Fields.Add(field)
		}
	}
	return next
}

func bringsSecret(former, next *core.Collection) bool {
	if !former.IsAuth() || !next.IsAuth() {
		return false
	}
	was := tokensOf(former)
	for i, token := range tokensOf(next) {
		if token.Secret != was[i].Secret {
			return true
		}
	}
	return false
}

// bindTruncate: emptying a collection asks no hook of a request, and the models'
// hooks cannot tell it from the sweep of what has expired.
func bindTruncate(r *router.Router[*core.RequestEvent]) {
	r.Bind(&hook.Handler[*core.RequestEvent]{
		Id: "mdesaTruncate",
		Func: func(e *core.RequestEvent) error {
			if e.HasSuperuserAuth() && strings.HasSuffix(e.Request.Pattern, "DELETE /api/collections/{collection}/truncate") {
				collection, err := e.App.FindCachedCollectionByNameOrId(e.Request.PathValue("collection"))
				if err == nil && (collection.Name == "registrations" || collection.Name == "representations") {
					return errNotEmptied
				}
			}
			return e.Next()
		},
	})
}
