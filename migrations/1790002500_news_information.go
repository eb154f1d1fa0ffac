package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// What the office tells everybody, and what people ask it for (UU 14/2008).
func init() {
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{posts, postSlugs, publications, informationRequests, objections, contacts, businesses} {
			if err := part(app); err != nil {
				return err
			}
		}
		return nil
	}, drop("businesses", "contacts", "objections", "information_requests", "publications", "post_slugs", "posts"))
}

// pictures are seen by whoever may see their record.
func pictures(name string, max int) *core.FileField {
	return &core.FileField{Name: name, MaxSelect: max, MaxSize: 10 << 20, Protected: true,
		MimeTypes: []string{"image/jpeg", "image/png"}, Thumbs: []string{"320x240", "640x480", "960x0"}}
}

func posts(app core.App) error {
	posts := core.NewBaseCollection("posts")
	posts.Fields.Add(
		neededChoice("kind", "news", "announcement", "agenda", "emergency"),
		needed("title", 150), text("title_en", 150),
		text("slug", 90), // the present one; former ones stay in post_slugs
		text("summary", 300), text("summary_en", 300),
		&core.EditorField{Name: "body", MaxSize: 100_000}, &core.EditorField{Name: "body_en", MaxSize: 100_000},
		pictures("photos", 6),
		structured("photo_alts", 4000),                                                              // ["what photo 1 shows", …], in the order of photos
		structured("photo_sizes", 4000),                                                             // {file: [width, height]}
		to(app, "hamlet", "hamlets"),                                                                // empty: for the whole village
		date("starts_at"), date("ends_at"), flag("all_day"), text("place", 200), flag("called_off"), // of an agenda
		neededChoice("state", "draft", "published", "withdrawn"),
		date("publish_at"),               // seen from then on, once it is published
		date("expires_at"),               // not seen from then on; empty: for ever
		number("revision"), flag("told"), // how often it changed in public; whether residents had a notice of it
		to(app, "officer", "officers"), text("by", 150), // who wrote it: the office they hold
	)
	stamped(posts)
	posts.AddIndex("idx_posts_slug", true, "slug", "slug != ''")
	// All that the lists ask for, so that they count and leaf without the texts.
	posts.AddIndex("idx_posts_seen", false, "state, publish_at, kind, expires_at, hamlet", "")
	posts.AddIndex("idx_posts_agenda", false, "starts_at, ends_at, state, publish_at, expires_at, hamlet", "kind = 'agenda'")
	posts.AddIndex("idx_posts_updated", false, "updated", "")
	posts.AddIndex("idx_posts_hamlet", false, "hamlet, publish_at", "")
	return app.Save(posts)
}

// postSlugs are all addresses that a post has had: none is given away again.
func postSlugs(app core.App) error {
	slugs := core.NewBaseCollection("post_slugs")
	post := neededTo(app, "post", "posts")
	post.CascadeDelete = true
	slugs.Fields.Add(needed("slug", 90), post)
	slugs.AddIndex("idx_post_slugs", true, "slug", "")
	slugs.AddIndex("idx_post_slugs_post", false, "post", "")
	return app.Save(slugs)
}

func publications(app core.App) error {
	publications := core.NewBaseCollection("publications")
	publications.Fields.Add(
		// UU 14/2008 art. 9, 10, 11 and 17.
		neededChoice("shelf", "periodic", "immediate", "anytime", "excluded"),
		neededChoice("category", "profile", "planning", "budget", "regulation", "decision", "report", "service", "asset", "agreement", "minutes", "statistics", "other"),
		needed("title", 200), text("title_en", 200),
		text("summary", 1000), text("summary_en", 1000),
		number("year"), text("number", 60), // of the document: "3", "141/12/2026"
		&core.FileField{Name: "file", MaxSelect: 1, MaxSize: 20 << 20, Protected: true, MimeTypes: []string{
			"application/pdf", "image/jpeg", "image/png", "text/csv", "text/plain",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}},
		number("size"), text("mime", 100), text("sha256", 64), // of the file
		text("link", 300), // a page of this site, or an https address
		// Of what is excluded: why, what harm openness would do, and until when.
		text("ground", 300), text("harm_test", 2000), text("excluded_until", 10),
		neededChoice("state", "draft", "published", "withdrawn"),
		date("published_at"),
		to(app, "officer", "officers"),
	)
	stamped(publications)
	publications.AddIndex("idx_publications_shelf", false, "state, shelf, year", "")
	return app.Save(publications)
}

func informationRequests(app core.App) error {
	requests := core.NewBaseCollection("information_requests")
	requests.Fields.Add(
		text("code", 8), number("year"), number("number"), // the receipt; the line in the year's register
		neededChoice("asked_by", "resident", "guest", "officer"),
		to(app, "account", "accounts"), to(app, "resident", "residents"), to(app, "officer", "officers"),
		needed("name", 150), text("phone", 20), text("email", 150), text("address", 300), text("language", 2),
		needed("information", 2000), needed("purpose", 1000),
		choice("wanted_as", "file", "paper", "look"),
		neededChoice("state", "open", "granted", "partly", "refused"),
		date("asked_at"), date("due_at"), // 10 working days
		date("extended_at"), text("extension_reason", 1000), // 7 more
		choice("ground", "excluded", "not_held", "unclear"),
		text("answer", 5000), text("answer_link", 300),
		&core.FileField{Name: "answer_file", MaxSelect: 1, MaxSize: 20 << 20, Protected: true, MimeTypes: []string{
			"application/pdf", "image/jpeg", "image/png", "text/csv", "text/plain", "application/zip",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}},
		text("decided_by", 15), text("decided_name", 150), text("decided_title", 100), date("decided_at"),
	)
	stamped(requests)
	requests.AddIndex("idx_information_code", true, "code", "")
	requests.AddIndex("idx_information_number", true, "year, number", "")
	requests.AddIndex("idx_information_account", false, "account, asked_at", "")
	requests.AddIndex("idx_information_open", false, "due_at", "state = 'open'")
	keepForGood(requests)
	return app.Save(requests)
}

func objections(app core.App) error {
	objections := core.NewBaseCollection("objections")
	objections.Fields.Add(
		neededTo(app, "request", "information_requests"),
		to(app, "account", "accounts"),
		// UU 14/2008 art. 35.
		neededChoice("ground", "refused", "not_published", "no_answer", "not_as_asked", "not_given", "fee", "late"),
		needed("words", 2000),
		neededChoice("state", "open", "granted", "partly", "refused"),
		date("asked_at"), date("due_at"), // 30 working days
		text("answer", 5000),
		text("decided_by", 15), text("decided_name", 150), text("decided_title", 100), date("decided_at"),
	)
	stamped(objections)
	objections.AddIndex("idx_objections_request", false, "request", "")
	objections.AddIndex("idx_objections_account", false, "account, asked_at", "")
	objections.AddIndex("idx_objections_open", true, "request", "state = 'open'")
	keepForGood(objections)
	return app.Save(objections)
}

func contacts(app core.App) error {
	contacts := core.NewBaseCollection("contacts")
	contacts.Fields.Add(
		neededChoice("group", "emergency", "office", "hamlet", "health", "security", "utility", "other"),
		needed("name", 120), text("name_en", 120),
		needed("phone", 20), flag("whatsapp"),
		text("hours", 100), text("hours_en", 100), text("note", 300), text("note_en", 300),
		to(app, "hamlet", "hamlets"), number("sort"), flag("hidden"),
	)
	stamped(contacts)
	return app.Save(contacts)
}

func businesses(app core.App) error {
	businesses := core.NewBaseCollection("businesses")
	businesses.Fields.Add(
		neededChoice("kind", "bumdes", "food", "shop", "craft", "service", "farm", "lodging", "other"),
		needed("name", 120),
		needed("about", 1000), text("about_en", 1000),
		text("owner", 150), text("phone", 20), flag("whatsapp"),
		text("place", 200), text("hours", 100), text("link", 300),
		to(app, "hamlet", "hamlets"),
		pictures("photo", 1), text("photo_alt", 200), number("width"), number("height"), // pixels
		// What the owner agreed to, and how that can be shown.
		flag("consent"), text("consent_proof", 300),
		neededChoice("state", "suggested", "published", "hidden"),
		to(app, "account", "accounts"), // of the owner who suggested it
		to(app, "officer", "officers"),
	)
	stamped(businesses)
	businesses.AddIndex("idx_businesses_state", false, "state, kind, name", "")
	businesses.AddIndex("idx_businesses_account", false, "account", "account != ''")
	return app.Save(businesses)
}
