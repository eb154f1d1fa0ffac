package programs

import (
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

var (
	toldAccepted = notify.Declare(notify.Text{Key: "proposal.accepted", Group: "programs",
		ID: "Usulan \"{title}\" diterima untuk rencana tahun {year}.",
		EN: "The proposal \"{title}\" was accepted for the plan of {year}."})
	toldRefused = notify.Declare(notify.Text{Key: "proposal.refused", Group: "programs",
		ID: "Usulan \"{title}\" belum dapat diterima. Alasannya ada di halaman usulan.",
		EN: "The proposal \"{title}\" could not be accepted. The reason stands on its page."})
	toldMerged = notify.Declare(notify.Text{Key: "proposal.merged", Group: "programs",
		ID: "Usulan \"{title}\" digabung dengan usulan serupa dari banjar yang sama. Dukungan Anda ikut pindah.",
		EN: "The proposal \"{title}\" was merged into a similar one of the same hamlet. Your support went with it."})
)

// decidedOn explains a decision to who made the proposal and who supports it.
const decidedOn = "proposal.decided_on"

var _ = notify.Explain(decidedOn, explainDecision)

var toldOf = map[string]string{Accepted: toldAccepted, Refused: toldRefused, Merged: toldMerged}

// tellDecided notes, in the transaction of a decision, that people are to be told.
func tellDecided(tx core.App, record, fresh *core.Record) error {
	state := record.GetString("state")
	key := toldOf[state]
	if key == "" || state == fresh.GetString("state") {
		return nil
	}
	data := map[string]string{"key": key, "title": notify.Typed(record.GetString("title"))}
	if state == Accepted {
		data["year"] = strconv.Itoa(record.GetInt("year"))
	}
	return notify.Later(tx, notify.Cause{Kind: decidedOn, Subject: record.Id, Data: data})
}

const toldAtOnce = 500

func explainDecision(app core.App, cause notify.Cause, after string) ([]notify.Notice, string, error) {
	proposal, err := app.FindRecordById("proposals", cause.Subject)
	if err != nil {
		return nil, "", nil // gone: nobody to tell
	}
	notice := func(account string) notify.Notice {
		return notify.Notice{Key: cause.Data["key"], Account: account, Data: cause.Data, Link: "/usulan/" + proposal.Id}
	}
	var notices []notify.Notice
	if maker := proposal.GetString("account"); maker != "" && after == "" {
		notices = append(notices, notice(maker))
	}
	var people []string
	err = app.DB().Select("account").From("proposal_supports").
		Where(dbx.NewExp("(proposal = {:id} OR proposal = {:other} AND moved_from = {:id}) AND account != {:maker} AND account > {:after}",
			dbx.Params{"id": proposal.Id, "other": proposal.GetString("merged_into"), "maker": proposal.GetString("account"), "after": after})).
		OrderBy("account").Limit(toldAtOnce).Column(&people)
	if err != nil {
		return nil, "", err
	}
	for _, account := range people {
		notices = append(notices, notice(account))
	}
	if len(people) < toldAtOnce {
		return notices, "", nil
	}
	return notices, people[len(people)-1], nil
}
