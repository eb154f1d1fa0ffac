package news

import (
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

// Groups of important numbers, and kinds of business, as people look for them.
var (
	Groups        = []string{"emergency", "office", "hamlet", "health", "security", "utility", "other"}
	BusinessKinds = []string{"bumdes", "food", "shop", "craft", "service", "farm", "lodging", "other"}
)

var (
	errContact = fault.New(fault.Invalid, "news.contact",
		"Nomor belum tersimpan. Perbaiki bagian yang ditandai.",
		"The number was not saved. Please mend the marked parts.")
	errNumber = fault.New(fault.Invalid, "news.number",
		"Nomor ini tidak dapat ditelepon. Tulis angkanya saja, misalnya 0361 555 010 atau 112.",
		"This number cannot be called. Write digits only, such as 0361 555 010 or 112.")
	errWhatsApp = fault.New(fault.Invalid, "news.whatsapp",
		"WhatsApp memerlukan nomor HP, misalnya 0812 3456 7890.",
		"WhatsApp needs a mobile number, such as 0812 3456 7890.")
)

// keepContactSound is the model hook.
func keepContactSound(e *core.RecordEvent) error {
	tidy(e.Record, "name", "name_en", "phone", "hours", "hours_en", "note", "note_en")
	if problems := checkNumber(errContact, e.Record); len(problems.Fields) > 0 {
		return problems
	}
	return e.Next()
}

func checkNumber(problems *fault.Fault, record *core.Record) *fault.Fault {
	number := record.GetString("phone")
	switch {
	case number != "" && Dialled(number) == "":
		return problems.At("phone", errNumber)
	case record.GetBool("whatsapp") && WhatsApp(number) == "":
		return problems.At("phone", errWhatsApp)
	}
	return problems
}

// Contact is one important number.
type Contact struct {
	ID         string `db:"id" json:"id"`
	Group      string `db:"group" json:"group"`
	Name       string `db:"name" json:"name"`
	NameEN     string `db:"name_en" json:"name_en"`
	Phone      string `db:"phone" json:"phone"` // as people read it
	Tel        string `db:"-" json:"tel"`       // for tel:
	Whats      bool   `db:"whatsapp" json:"-"`
	WhatsApp   string `db:"-" json:"whatsapp"` // for https://wa.me/; "" for none
	Hours      string `db:"hours" json:"hours"`
	HoursEN    string `db:"hours_en" json:"hours_en"`
	Note       string `db:"note" json:"note"`
	NoteEN     string `db:"note_en" json:"note_en"`
	Hamlet     string `db:"hamlet" json:"hamlet"`
	HamletName string `db:"hamlet_name" json:"hamlet_name"`
}

var openContacts = web.OpenAnswer{Name: "news.contacts", Of: []string{"contacts", "hamlets"}}

// mostContacts is more than any village lists.
const mostContacts = 500

// listContacts answers GET /api/open/contacts: all of them, in the order of Groups.
func listContacts(e *core.RequestEvent) error {
	return openContacts.JSON(e, "", func(app core.App) (any, error) {
		contacts := []Contact{}
		err := app.ConcurrentDB().Select("c.*", "COALESCE(h.name, '') AS hamlet_name").From("contacts c").
			LeftJoin("hamlets h", dbx.NewExp("h.id = c.hamlet")).Where(dbx.HashExp{"c.hidden": false}).
			OrderBy(inOrder("c.group", Groups), "c.sort", "c.name").Limit(mostContacts).All(&contacts)
		for i := range contacts {
			c := &contacts[i]
			c.Tel = Dialled(c.Phone)
			if c.Whats {
				c.WhatsApp = WhatsApp(c.Phone)
			}
		}
		return map[string]any{"items": contacts}, err
	})
}

// inOrder sorts a column by the place of its value among some.
func inOrder(column string, values []string) string {
	table, name, _ := strings.Cut(column, ".")
	return "instr('," + strings.Join(values, ",") + ",', ',' || `" + table + "`.`" + name + "` || ',')"
}

// Business is one of the village, in the public list.
type Business struct {
	ID         string         `db:"id" json:"id"`
	Kind       string         `db:"kind" json:"kind"`
	Name       string         `db:"name" json:"name"`
	About      string         `db:"about" json:"about"`
	AboutEN    string         `db:"about_en" json:"about_en"`
	Owner      string         `db:"owner" json:"owner"`
	Phone      string         `db:"phone" json:"phone"`
	Tel        string         `db:"-" json:"tel"`
	Whats      bool           `db:"whatsapp" json:"-"`
	WhatsApp   string         `db:"-" json:"whatsapp"`
	Place      string         `db:"place" json:"place"`
	Hours      string         `db:"hours" json:"hours"`
	Link       string         `db:"link" json:"link"`
	Hamlet     string         `db:"hamlet" json:"hamlet"`
	HamletName string         `db:"hamlet_name" json:"hamlet_name"`
	File       string         `db:"photo" json:"-"`
	Alt        string         `db:"photo_alt" json:"-"`
	Width      int            `db:"width" json:"-"`
	Height     int            `db:"height" json:"-"`
	Photo      *Picture       `db:"-" json:"photo"`
	State      string         `db:"state" json:"state"`
	Proof      string         `db:"consent_proof" json:"-"`
	Updated    types.DateTime `db:"updated" json:"-"`
}

func (b Business) shown() Business {
	b.Tel = Dialled(b.Phone)
	if b.Whats {
		b.WhatsApp = WhatsApp(b.Phone)
	}
	if b.File != "" {
		b.Photo = &Picture{URL: "/api/files/businesses/" + b.ID + "/" + b.File, Alt: b.Alt, Width: b.Width, Height: b.Height}
	}
	return b
}

var openBusinesses = web.OpenAnswer{Name: "news.businesses", Of: []string{"businesses", "hamlets"}}

// listBusinesses answers GET /api/open/businesses?kind&hamlet&page.
func listBusinesses(e *core.RequestEvent) error {
	a, err := readAsked(e, BusinessKinds...)
	if err != nil {
		return err
	}
	return openBusinesses.JSON(e, a.key(), func(app core.App) (any, error) {
		query := businesses(app).Where(dbx.HashExp{"b.state": Published})
		if a.kind != "" {
			query.AndWhere(dbx.HashExp{"b.kind": a.kind})
		}
		if a.hamlet != "" {
			query.AndWhere(dbx.HashExp{"b.hamlet": a.hamlet})
		}
		return pageOf(query, a.page, []string{inOrder("b.kind", BusinessKinds), "b.name", "b.id"}, Business.shown)
	})
}

func businesses(app core.App) *dbx.SelectQuery {
	return app.ConcurrentDB().Select("b.*", "COALESCE(h.name, '') AS hamlet_name").From("businesses b").
		LeftJoin("hamlets h", dbx.NewExp("h.id = b.hamlet"))
}
