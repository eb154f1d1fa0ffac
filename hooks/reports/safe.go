package reports

import (
	"cmp"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/definition"
	"mdesa/hooks/mask"
)

// keepSafe is the model hook of new reports, and the last part of every change:
// whoever writes, what is shown holds nobody's numbers, and a confidential
// report shows nothing at all.
func keepSafe(e *core.RecordEvent) error {
	makeSafe(e.Record)
	return e.Next()
}

// shownWords are the fields that people write and all may read.
var shownWords = []string{"title", "text", "place", "answer"}

// shownFiles are the copies of photos.
var shownFiles = []string{"photos_before", "photos_after"}

func makeSafe(report *core.Record) {
	for _, field := range shownWords {
		report.Set(field, strings.TrimSpace(mask.Text(report.GetString(field))))
	}
	report.Set("title", cmp.Or(report.GetString("title"), report.GetString("category_name")))
	if report.GetString("identity") != definition.IdentityShown {
		report.Set("reporter_name", "")
	}
	if report.GetString("identity") == definition.IdentityHandlerOnly {
		report.Set("public", false)
		for _, field := range shownWords {
			report.Set(field, "")
		}
		report.Set("title", report.GetString("category_name"))
		report.Set("point", types.GeoPoint{})
		report.Set("happened_at", "")
	}
	if !report.GetBool("public") { // a file's address opens it for anybody
		for _, field := range shownFiles {
			report.Set(field, nil)
		}
	}
}
