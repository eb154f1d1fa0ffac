package beneficiaries

import (
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// Row is one beneficiary as pages get it. Days are "2026-11-23", amounts whole
// rupiah a period.
type Row struct {
	ID           string    `json:"id" db:"id"`
	Program      string    `json:"program" db:"program"`
	Title        string    `json:"title" db:"title"`
	TitleEN      string    `json:"title_en" db:"title_en"`
	Published    bool      `json:"published" db:"published"`
	Target       string    `json:"target" db:"target"`
	Name         string    `json:"name" db:"name"` // of the person, of who receives for the household, of the group
	Amount       int       `json:"amount" db:"amount"`
	InKind       string    `json:"in_kind" db:"in_kind"`
	Period       string    `json:"period" db:"period"`
	StartsOn     string    `json:"starts_on" db:"starts_on"`
	EndsOn       string    `json:"ends_on" db:"ends_on"`
	Status       string    `json:"status" db:"status"`
	StoppedFor   string    `json:"stopped_for" db:"stopped_for"`
	StoppedOn    string    `json:"stopped_on" db:"stopped_on"`
	Participant  string    `json:"participant_number" db:"participant_number"`
	Payments     []Payment `json:"payments"` // newest first
	Unpaid       []string  `json:"unpaid"`   // periods up to now that nothing was paid for, oldest first
	Next         string    `json:"next"`     // period after them; "" where none comes
	GroupMembers int       `json:"group_members" db:"group_members"`

	Resident  string `json:"-" db:"resident"`
	Household string `json:"-" db:"household"`
}

// Payment is what was paid for one period.
type Payment struct {
	ID           string `json:"id" db:"id"`
	Beneficiary  string `json:"-" db:"beneficiary"`
	Period       string `json:"period" db:"period"`
	Amount       int    `json:"amount" db:"amount"`
	InKind       string `json:"in_kind" db:"in_kind"`
	PaidOn       string `json:"paid_on" db:"paid_on"`
	ReceivedBy   string `json:"received_by" db:"received_by"`
	CancelledFor string `json:"cancelled_for" db:"cancelled_for"`
	CancelledOn  string `json:"cancelled_on" db:"cancelled_on"`
}

// StaffRow is a [Row] with what only the office needs.
type StaffRow struct {
	Row
	ResidentID    string   `json:"resident"`
	HouseholdID   string   `json:"household"`
	Hamlet        string   `json:"hamlet" db:"hamlet"`
	HamletName    string   `json:"hamlet_name" db:"hamlet_name"`
	Last4         string   `json:"nik_last4" db:"nik_last4"`
	KKLast4       string   `json:"kk_last4" db:"kk_last4"`
	LifeStatus    string   `json:"life_status" db:"life_status"`
	Attention     string   `json:"attention" db:"attention"`
	AttentionOn   string   `json:"attention_on" db:"attention_on"`
	Reference     string   `json:"reference" db:"reference"`
	DoubleFor     string   `json:"double_for" db:"double_for"`
	By            string   `json:"by" db:"by"`
	Updated       string   `json:"updated" db:"updated"`
	Doubles       []Double `json:"doubles"`
	PaidAfterStop bool     `json:"paid_after_stop"` // something was paid after the day of the stop
	Own           bool     `json:"own"`             // of the reader's own family: another officer decides
}

const selectRows = `SELECT b.id, b.program, p.title, p.title_en, p.published, b.target, COALESCE(r.name, b.group_name) AS name, b.amount, b.in_kind,
	b.period, b.starts_on, b.ends_on, b.status, b.stopped_for, b.stopped_on, b.participant_number, b.group_members, b.resident, b.household,
	b.hamlet, COALESCE(m.name, '') AS hamlet_name, COALESCE(substr(r.nik, -4), '') AS nik_last4, COALESCE(substr(h.kk, -4), '') AS kk_last4,
	COALESCE(r.life_status, '') AS life_status, b.attention, b.attention_on, b.reference, b.double_for, b.by, b.updated
	FROM beneficiaries b JOIN programs p ON p.id = b.program LEFT JOIN residents r ON r.id = b.resident
	LEFT JOIN households h ON h.id = b.household LEFT JOIN hamlets m ON m.id = b.hamlet `

// rowsOf reads beneficiaries with their payments. where is literal SQL.
func rowsOf(app core.App, today, where string, params dbx.Params) ([]StaffRow, error) {
	rows := []StaffRow{}
	if err := app.DB().NewQuery(selectRows + where).Bind(params).All(&rows); err != nil {
		return nil, err
	}
	at, ids := map[string]int{}, make([]any, len(rows))
	for i := range rows {
		at[rows[i].ID], ids[i] = i, rows[i].ID
		rows[i].ResidentID, rows[i].HouseholdID = rows[i].Resident, rows[i].Household
		rows[i].Payments, rows[i].Doubles = []Payment{}, []Double{}
	}
	for part := range slices.Chunk(ids, 500) {
		var payments []Payment
		err := app.DB().Select("id", "beneficiary", "period", "amount", "in_kind", "paid_on", "received_by", "cancelled_for", "cancelled_on").
			From("benefit_payments").Where(dbx.In("beneficiary", part...)).OrderBy("period DESC", "created DESC").All(&payments)
		if err != nil {
			return nil, err
		}
		for _, payment := range payments {
			row := &rows[at[payment.Beneficiary]]
			row.Payments = append(row.Payments, payment)
		}
	}
	for i := range rows {
		rows[i].plan(today)
	}
	return rows, nil
}

// plan works out what is open and what comes next.
func (r *StaffRow) plan(today string) {
	r.Unpaid = []string{}
	paid := []string{}
	for _, payment := range r.Payments {
		if payment.CancelledOn == "" {
			paid = append(paid, payment.Period)
			r.PaidAfterStop = r.PaidAfterStop || r.Status == Stopped && payment.PaidOn > r.StoppedOn
		}
	}
	if r.Status == Active {
		r.Unpaid, r.Next = Span{r.Period, r.StartsOn, r.EndsOn}.Due(today, paid)
	}
}
