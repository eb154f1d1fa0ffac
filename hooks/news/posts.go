package news

import (
	"encoding/json"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

// Kinds of post.
const (
	News         = "news"
	Announcement = "announcement"
	Agenda       = "agenda"
	Emergency    = "emergency"
)

// Kinds are all of them.
var Kinds = []string{News, Announcement, Agenda, Emergency}

// States of what is published: posts and publications.
const (
	Draft     = "draft"
	Published = "published"
	Withdrawn = "withdrawn"
)

var (
	errPost = fault.New(fault.Invalid, "news.post",
		"Tulisan belum tersimpan. Perbaiki bagian yang ditandai.",
		"This was not saved. Please mend the marked parts.")
	errNoStart = fault.New(fault.Invalid, "news.no_start",
		"Tulis kapan acara dimulai.",
		"Say when it begins.")
	errEndsBefore = fault.New(fault.Invalid, "news.ends_before",
		"Selesainya harus setelah mulainya, paling lama 60 hari.",
		"It has to end after it begins, within 60 days.")
	errNoExpiry = fault.New(fault.Invalid, "news.no_expiry",
		"Tulis sampai kapan peringatan darurat ditayangkan, paling lama 14 hari. Bila keadaan belum pulih, perpanjang.",
		"Say until when the warning is shown, 14 days at most. Extend it if things are not over by then.")
	errExpiresBefore = fault.New(fault.Invalid, "news.expires_before",
		"Akhir tayang harus setelah mulai tayang.",
		"It has to stop being shown after it begins to be.")
	errNoWords = fault.New(fault.Invalid, "news.no_words",
		"Tulis isinya dulu sebelum diterbitkan.",
		"Write the text before it is published.")
)

const (
	longestEvent   = 60 * 24 * time.Hour
	longestWarning = 14 * 24 * time.Hour
)

// keepPostSound is the model hook: it holds for the desk, for admins and for Go
// alike. Texts are made safe, photos small, and the address is found.
func keepPostSound(e *core.RecordEvent) error {
	for _, field := range []string{"body", "body_en"} {
		e.Record.Set(field, Sanitise(e.Record.GetString(field)))
	}
	tidy(e.Record, "title", "title_en", "summary", "summary_en", "place")
	if e.Record.GetString("state") == Published && e.Record.GetDateTime("publish_at").IsZero() {
		e.Record.Set("publish_at", types.NowDateTime())
	}
	problems := checkPost(e.Record)
	problems, err := takePhotos(e.Record, problems)
	if err != nil {
		return err
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	if e.Record.GetString("state") == Published {
		e.Record.Set("revision", e.Record.GetInt("revision")+1)
	}
	return web.InTransaction(e, func(tx core.App) error {
		if err := withSlug(tx, e); err != nil {
			return err
		}
		return tellPost(tx, e.Record)
	})
}

func checkPost(post *core.Record) *fault.Fault {
	problems := errPost
	starts, ends := post.GetDateTime("starts_at").Time(), post.GetDateTime("ends_at").Time()
	publish, expires := post.GetDateTime("publish_at").Time(), post.GetDateTime("expires_at").Time()
	switch {
	case post.GetString("kind") != Agenda:
	case starts.IsZero():
		problems = problems.At("starts_at", errNoStart)
	case !ends.IsZero() && (ends.Before(starts) || ends.Sub(starts) > longestEvent):
		problems = problems.At("ends_at", errEndsBefore)
	}
	if post.GetString("kind") == Emergency && post.GetString("state") == Published {
		if expires.IsZero() || expires.Sub(publish) > longestWarning {
			problems = problems.At("expires_at", errNoExpiry)
		}
	}
	if !expires.IsZero() && !publish.IsZero() && !expires.After(publish) {
		problems = problems.At("expires_at", errExpiresBefore)
	}
	if post.GetString("state") == Published && post.GetString("kind") != Agenda && post.GetString("body") == "" {
		problems = problems.At("body", errNoWords)
	}
	return problems
}

// takePhotos makes new photos small and keeps the size of each; all need words.
func takePhotos(post *core.Record, problems *fault.Fault) (*fault.Fault, error) {
	var alts []string
	_ = post.UnmarshalJSONField("photo_alts", &alts) // what is no list describes nothing
	known := map[string][2]int{}
	_ = post.UnmarshalJSONField("photo_sizes", &known)
	fresh, wrong := takePictures(post, "photos")
	if wrong != nil {
		problems = problems.At("photos", wrong)
	}
	names := fileNames(post, "photos")
	if !described(len(names), alts) {
		problems = problems.At("photo_alts", errNoAlt)
	}
	sizes := map[string][2]int{}
	for _, name := range names {
		sizes[name] = known[name]
		if size, isNew := fresh[name]; isNew {
			sizes[name] = size
		}
	}
	post.Set("photo_alts", alts[:min(len(alts), len(names))])
	kept, err := json.Marshal(sizes)
	post.Set("photo_sizes", types.JSONRaw(kept))
	return problems, err
}

// withSlug finds the post's address and saves it. Until it is published first
// the address follows the title; afterwards a new title gives a new address, and
// the former ones lead there.
func withSlug(tx core.App, e *core.RecordEvent) error {
	wanted := Slug(e.Record.GetString("title"))
	former := e.Record.Original().GetString("slug")
	slug := former
	if former == "" || Slug(e.Record.Original().GetString("title")) != wanted {
		slug = Free(wanted, func(one string) bool { return takenBy(tx, one) != "" && takenBy(tx, one) != e.Record.Id })
	}
	e.Record.Set("slug", slug)
	if err := e.Next(); err != nil || slug == former {
		return err
	}
	if former != "" && e.Record.Original().GetInt("revision") == 0 { // nobody has seen it
		if err := dropSlug(tx, former); err != nil {
			return err
		}
	}
	if takenBy(tx, slug) != "" {
		return nil // its own of before
	}
	collection, err := tx.FindCachedCollectionByNameOrId("post_slugs")
	if err != nil {
		return err
	}
	kept := core.NewRecord(collection)
	kept.Load(map[string]any{"slug": slug, "post": e.Record.Id})
	return tx.Save(kept)
}

// takenBy is the post that has or had a slug, "" for none.
func takenBy(app core.App, slug string) string {
	kept, err := app.FindFirstRecordByData("post_slugs", "slug", slug)
	if err != nil {
		return ""
	}
	return kept.GetString("post")
}

func dropSlug(tx core.App, slug string) error {
	kept, err := tx.FindFirstRecordByData("post_slugs", "slug", slug)
	if err != nil {
		return err
	}
	return tx.Delete(kept)
}
