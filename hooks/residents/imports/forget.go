package imports

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// daysKept is how long the files of a batch stay that nobody finished: they hold
// everybody's data (UU 27/2022 art. 16: no longer than needed).
const daysKept = 30

// forget drops old files, the problems told of them included. What stays is
// which batch brought whom, so that it can be taken back.
func forget(app core.App) {
	before := types.NowDateTime().Add(-daysKept * 24 * time.Hour)
	old, err := app.FindRecordsByFilter("imports", "finished != '' && finished < {:before} && (file != '' || refused_file != '')",
		"", 100, 0, dbx.Params{"before": before.String()})
	for _, batch := range old {
		batch.Set("file", nil)
		batch.Set("refused_file", nil)
		batch.Set("report", nil)
		if batch.GetString("state") == checked {
			batch.Set("state", failed)
			batch.Set("error", map[string]string{"key": errFileGone.Key, "text": errFileGone.In("id"), "text_en": errFileGone.In("en")})
		}
		if err == nil {
			err = app.Save(batch)
		}
	}
	if err != nil {
		app.Logger().Error("imports", "error", err.Error())
	}
}
