package residents

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errCorrectionReason = fault.New(fault.Invalid, "resident.correction_reason",
		"Tulis dasar perbaikan, paling sedikit 5 huruf, misalnya: sesuai akta kelahiran.",
		"Say what the correction rests on, in at least 5 letters, for example: by the birth certificate.")
	errMayNotCorrect = fault.New(fault.Forbidden, "resident.may_not_correct",
		"Data warga diperbaiki oleh petugas pelayanan atau sekretaris. Sampaikan perbaikannya kepada mereka.",
		"Residents' data are corrected by the desk officers and the secretary. Tell them what is wrong.")
	errOwnData = fault.New(fault.Forbidden, "resident.own_data",
		"Data diri dan keluarga sendiri diperbaiki oleh petugas lain.",
		"Your own data and your family's are corrected by another officer.")
)

// correct answers POST /api/residents/{id}/correct {changes: {field: value},
// reason}: an officer's or the secretary's correction, kept like one that a
// resident asked for.
func correct(e *core.RequestEvent) error {
	resident, err := within(e)
	if err != nil {
		return err
	}
	if err := mayCorrect(e.App, e.Auth, resident); err != nil {
		return err
	}
	var body struct {
		Changes map[string]string `json:"changes"`
		Reason  string            `json:"reason"`
	}
	if err := e.BindBody(&body); err != nil {
		return err
	}
	reason := strings.TrimSpace(body.Reason)
	if len([]rune(reason)) < 5 {
		return errCorrection.At("reason", errCorrectionReason)
	}
	if err := e.App.RunInTransaction(func(tx core.App) error {
		return recordCorrection(tx, resident.Id, body.Changes, e.Auth, reason)
	}); err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"id": resident.Id})
}

func mayCorrect(app core.App, auth *core.Record, resident *core.Record) error {
	if auth.IsSuperuser() {
		return nil
	}
	if !slices.Contains([]string{"officer", "secretary"}, auth.GetString("role")) {
		return errMayNotCorrect
	}
	kin, err := delegation.KinOf(app, auth.GetString("resident"))
	if err == nil && slices.Contains(kin.Residents, resident.Id) {
		return errOwnData
	}
	return err
}

// recordCorrection writes the correction as decided; saving it applies it.
func recordCorrection(tx core.App, resident string, values map[string]string, by *core.Record, reason string) error {
	former, err := tx.FindRecordById("residents", resident)
	if err != nil {
		return errUnseen.Because(err)
	}
	changes := map[string]change{}
	for field, value := range values {
		if from := former.GetString(field); from != strings.TrimSpace(value) {
			changes[field] = change{from, strings.TrimSpace(value)}
		}
	}
	if len(changes) == 0 {
		return errNothingToCorrect
	}
	kept, err := json.Marshal(changes)
	if err != nil {
		return err
	}
	collection, err := tx.FindCollectionByNameOrId("corrections")
	if err != nil {
		return err
	}
	correction := core.NewRecord(collection)
	correction.Load(map[string]any{
		"resident": resident, "asked_by": "officer", "changes": types.JSONRaw(kept), "reason": reason, "state": "accepted",
		"decided_by": by.Id, "decided_name": by.GetString("name"), "decided_title": by.GetString("title"),
		"asked_at": types.NowDateTime(), "decided_at": types.NowDateTime(),
	})
	if !by.IsSuperuser() {
		correction.Set("officer", by.Id)
	}
	return tx.Save(correction)
}
