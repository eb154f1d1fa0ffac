package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Photos of posts are also made as wide as a phone, so that a phone loads no more.
func init() {
	m.Register(photoWidths("320x240", "640x480", "480x0", "960x0"), photoWidths("320x240", "640x480", "960x0"))
}

func photoWidths(sizes ...string) func(core.App) error {
	return func(app core.App) error {
		posts, err := app.FindCollectionByNameOrId("posts")
		if err != nil {
			return err
		}
		posts.Fields.GetByName("photos").(*core.FileField).Thumbs = sizes
		return app.Save(posts)
	}
}
