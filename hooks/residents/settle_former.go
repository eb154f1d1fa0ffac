package residents

import (
	"encoding/json"
	"regexp"
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// lately is one day ago: a decision is recorded right after the work it tells of.
func lately() string { return types.NowDateTime().Add(-24 * time.Hour).String() }

var isMark = regexp.MustCompile(`^[0-9a-f]{32}$`).MatchString

// ofTwoOrMore are the kinds that compare people with each other.
var ofTwoOrMore = []string{sameNIK, samePerson, temporaryTwin, parentAge}

// formerPeople are those of a contradiction that is gone because somebody saw to
// it. What it was cannot be worked out any more, so the work itself must be there.
func (s settlement) formerPeople(tx core.App, within reach) ([]string, error) {
	named := peopleOf(s.Kind, s.Subject)
	condition := dbx.HashExp{"household": s.Subject}
	if named != nil {
		condition = dbx.HashExp{"id": idsAsValues(named)}
	}
	records, err := tx.FindAllRecords("residents", condition)
	if err != nil || len(records) == 0 || named != nil && len(records) != len(named) || !isMark(s.Mark) {
		return nil, errNoContradiction.Because(err)
	}
	if slices.Contains(ofTwoOrMore, s.Kind) != (len(named) > 1) {
		return nil, errNoContradiction
	}
	var people []string
	merging := false
	for _, record := range records {
		if !within.covers(record.GetString("hamlet")) {
			return nil, errUnseen
		}
		people = append(people, record.Id)
		merging = merging || record.GetString("life_status") == "tidak valid"
	}
	if s.Decision == merged {
		if named == nil || !merging {
			return nil, errNothingSettled
		}
		return people, nil
	}
	return people, s.wasMended(tx, people)
}

// wasMended wants a correction or a life event of one of the people, or of their
// family, that was recorded lately.
func (s settlement) wasMended(tx core.App, people []string) error {
	ids, err := json.Marshal(people)
	if err != nil {
		return err
	}
	var mended bool
	err = tx.DB().NewQuery(`SELECT
		EXISTS (SELECT 1 FROM corrections WHERE state = 'accepted' AND decided_at >= {:since} AND resident IN (SELECT value FROM json_each({:ids}))) OR
		EXISTS (SELECT 1 FROM life_events WHERE created >= {:since} AND (household = {:subject} OR resident IN (SELECT value FROM json_each({:ids}))))`).
		Bind(dbx.Params{"since": lately(), "ids": string(ids), "subject": s.Subject}).Row(&mended)
	if err == nil && !mended {
		return errNothingSettled
	}
	return err
}

func idsAsValues(ids []string) []any {
	values := make([]any, len(ids))
	for i, id := range ids {
		values[i] = id
	}
	return values
}
