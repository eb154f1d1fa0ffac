package requests

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
)

// reportSent is what staff send along when they act on a report.
type reportSent struct {
	Into          string   `json:"into"`           // reject as a duplicate: public code of the other report
	Photos        []string `json:"photos"`         // resolve: ids of documents of the kind workPhoto
	NoPhoto       string   `json:"no_photo"`       // resolve: why there are none
	Outside       string   `json:"outside"`        // forward: the agency
	OutsideNumber string   `json:"outside_number"` // forward: under which number they have it
	Hamlet        string   `json:"hamlet"`         // approve, forward: id of the hamlet where it is
}

// workPhoto is the kind of a document that shows what was done. It belongs to no
// resident, only to the report it hangs on.
const workPhoto = "report_work"

// Lengths in letters, mostWorkPhotos in files; as the fields of `reports`.
const (
	longestOutside = 150
	longestNumber  = 60
	longestNoPhoto = 300
	mostWorkPhotos = 6
)

var (
	errOutside = fault.New(fault.Invalid, "report.outside",
		"Tulis instansi yang menerima laporan ini, paling banyak 150 huruf.",
		"Write which agency receives this report, in at most 150 letters.")
	errOutsideNumber = fault.New(fault.Invalid, "report.outside_number",
		"Nomor dari instansi lain paling banyak 60 huruf.",
		"The number at the other agency has at most 60 letters.")
	errInto = fault.New(fault.Invalid, "report.into",
		"Pilih laporan yang sama: tulis kode laporannya, misalnya K7QF-2M9X.",
		"Choose the report that is the same: write its code, such as K7QF-2M9X.")
	errIntoItself = fault.New(fault.Invalid, "report.into_itself",
		"Itu kode laporan ini sendiri. Tulis kode laporan lain yang sama.",
		"That is the code of this report itself. Write the code of the other one.")
	errIntoClosed = fault.New(fault.Invalid, "report.into_closed",
		"Laporan dengan kode itu sudah ditutup atau sudah digabung. Pilih laporan yang masih berjalan.",
		"The report with that code is closed or was merged itself. Choose one that is still under way.")
	errAfterPhoto = fault.New(fault.Invalid, "report.after_photo",
		"Lampirkan foto sesudah ditangani, atau tulis mengapa tidak ada foto.",
		"Attach a photo of what it looks like now, or say why there is none.")
	errWorkPhoto = fault.New(fault.Invalid, "report.work_photo",
		"Foto hasil penanganan tidak ditemukan. Unggah lagi dari laporan ini; JPEG atau PNG, paling banyak 6.",
		"A photo of the work was not found. Upload it again from this report; JPEG or PNG, at most 6.")
)

func takeReportSent(tx core.App, event *Event, actor Actor, request *core.Record, def *definition.Definition, data reportSent) error {
	if data.Hamlet != "" && (event.Action == Approve || event.Action == Forward) {
		if err := takeHamlet(tx, event, request, data.Hamlet); err != nil {
			return err
		}
	}
	switch {
	case event.Action == Forward:
		return takeOutside(event, data)
	case event.Action == Reject && event.Reason == Duplicate:
		return takeInto(tx, event, request, data)
	case event.Action == Resolve:
		return takeWork(tx, event, actor, request, def, data)
	}
	return nil
}

// takeHamlet says where a report is that came by map, or from the wrong banjar.
func takeHamlet(tx core.App, event *Event, request *core.Record, hamlet string) error {
	if !isHamlet(tx, hamlet) {
		return errNoteMissing.At("data.hamlet", errNoHamlet)
	}
	if hamlet != request.GetString("hamlet") {
		request.Set("hamlet", hamlet)
		event.Data.Hamlet = hamlet
	}
	return nil
}

func takeOutside(event *Event, data reportSent) error {
	event.Data.Outside, event.Data.OutsideNumber = oneLine(data.Outside), oneLine(data.OutsideNumber)
	switch length := utf8.RuneCountInString(event.Data.Outside); {
	case length == 0 || length > longestOutside:
		return errNoteMissing.At("data.outside", errOutside)
	case utf8.RuneCountInString(event.Data.OutsideNumber) > longestNumber:
		return errNoteMissing.At("data.outside_number", errOutsideNumber)
	}
	return nil
}

// takeInto looks the other report up behind the write lock. A confidential one
// takes in no other: that would tell its reporter's story on.
func takeInto(tx core.App, event *Event, request *core.Record, data reportSent) error {
	var other struct{ Request, State, Identity, Code string }
	err := tx.DB().Select("request", "state", "identity", "code").From("reports").
		Where(dbx.HashExp{"code": ReadReceipt(data.Into)}).One(&other)
	switch {
	case err != nil || ReadReceipt(data.Into) == "" || other.Identity == definition.IdentityHandlerOnly:
		return errNoteMissing.At("data.into", errInto)
	case other.Request == request.Id:
		return errNoteMissing.At("data.into", errIntoItself)
	case slices.Contains([]string{"done", "refused", "duplicate"}, other.State):
		return errNoteMissing.At("data.into", errIntoClosed)
	}
	event.Data.Into = other.Code
	return nil
}

// takeWork wants photos of the work, or why there are none, where there is a
// place to look at.
func takeWork(tx core.App, event *Event, actor Actor, request *core.Record, def *definition.Definition, data reportSent) error {
	event.Data.NoPhoto = oneLine(data.NoPhoto)
	wanted := def.Report != nil && def.Report.Place == "required"
	switch {
	case len(data.Photos) > mostWorkPhotos || utf8.RuneCountInString(event.Data.NoPhoto) > longestNoPhoto:
		return errNoteMissing.At("data.photos", errWorkPhoto)
	case len(data.Photos) == 0 && event.Data.NoPhoto == "" && wanted:
		return errNoteMissing.At("data.photos", errAfterPhoto)
	case len(data.Photos) == 0:
		return nil
	}
	photos := slices.Compact(slices.Sorted(slices.Values(data.Photos)))
	var found []string
	err := tx.DB().Select("id").From("documents").Where(dbx.HashExp{"officer": actor.ID, "kind": workPhoto, "used": false}).
		AndWhere(dbx.In("id", list.ToInterfaceSlice(photos)...)).AndWhere(dbx.In("mime", "image/jpeg", "image/png")).Column(&found)
	if err != nil || len(found) != len(photos) {
		return errNoteMissing.At("data.photos", errWorkPhoto.Because(err))
	}
	event.Data.Photos, event.Data.NoPhoto = photos, ""
	request.Set("documents", append(request.GetStringSlice("documents"), photos...))
	return bindAll(tx, photos)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
