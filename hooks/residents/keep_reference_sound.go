package residents

import (
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errValueUnsound = fault.New(fault.Invalid, "reference.unsound",
		"Nilai ini belum tersimpan. Perbaiki isian yang ditandai.",
		"The value was not saved. Mend the marked fields.")
	errNoTable = fault.New(fault.Invalid, "reference.no_table",
		"Tidak ada tabel bernama {table}. Pilih salah satu: {tables}.",
		"There is no table called {table}. Choose one of: {tables}.")
	errClosedTable = fault.New(fault.Invalid, "reference.closed",
		"Tabel {table} tidak dapat ditambah: aturan program bergantung pada nilai-nilainya. Label dan nama lainnya boleh Anda ubah.",
		"Nothing can be added to the table {table}: the program's rules depend on its values. You may change their labels and other names.")
	errValueRenamed = fault.New(fault.Invalid, "reference.renamed",
		"Nilai \"{value}\" sudah tercatat pada warga, jadi tidak dapat diganti. Ubah labelnya, atau tambah nilai baru dan pensiunkan yang ini.",
		"The value \"{value}\" stands with residents and cannot be replaced. Change its label, or add a new value and retire this one.")
	errSameMeaning = fault.New(fault.Invalid, "reference.same_meaning",
		"\"{text}\" sudah berarti {other} di tabel ini. Pilih kata yang lain.",
		"\"{text}\" already means {other} in this table. Choose another word.")
	errSameCode = fault.New(fault.Invalid, "reference.same_code",
		"Kode {code} sudah dipakai {other}. Isi 0 bila nilai ini buatan kantor sendiri.",
		"The code {code} belongs to {other}. Enter 0 for a value of the office's own.")
	errAliases = fault.New(fault.Invalid, "reference.aliases",
		"Nama lain ditulis sebagai daftar teks, misalnya [\"SMA\", \"SMK\"].",
		"Other names are written as a list of texts, such as [\"SMA\", \"SMK\"].")
	errValueUsed = fault.New(fault.Conflict, "reference.used",
		"Nilai ini tidak dapat dihapus: {reason} Tandai \"retired\" agar tidak ditawarkan lagi.",
		"This value cannot be deleted: {reason} Mark it \"retired\" so that it is no longer offered.")
)

// keepReferenceSound keeps every word of a table meaning one value only.
func keepReferenceSound(e *core.RecordEvent) error {
	value, table := e.Record, e.Record.GetString("table")
	value.Set("value", strings.Join(strings.Fields(value.GetString("value")), " "))
	former := value.Original()
	switch {
	case !slices.Contains(Tables, table):
		return errValueUnsound.At("table", errNoTable.With("table", table).With("tables", strings.Join(Tables, ", ")))
	case value.IsNew() && slices.Contains(closed, table):
		return errValueUnsound.At("table", errClosedTable.With("table", table))
	case !value.IsNew() && (former.GetString("value") != value.GetString("value") || former.GetString("table") != table):
		return errValueUnsound.At("value", errValueRenamed.With("value", former.GetString("value")))
	}
	own := Value{Code: value.GetInt("code"), Value: value.GetString("value"), Label: value.GetString("label"), LabelEN: value.GetString("label_en")}
	if err := value.UnmarshalJSONField("aliases", &own.Aliases); err != nil {
		return errValueUnsound.At("aliases", errAliases.Because(err))
	}
	values, err := Table(e.App, table)
	if err != nil {
		return err
	}
	if unsound := clash(own, values); unsound != nil {
		return unsound
	}
	return e.Next()
}

// clash points at the field that already means another value of the table.
func clash(own Value, values []Value) *fault.Fault {
	others := slices.DeleteFunc(slices.Clone(values), func(v Value) bool { return v.Value == own.Value })
	for _, v := range others {
		if own.Code != 0 && v.Code == own.Code {
			return errValueUnsound.At("code", errSameCode.With("code", own.Code).With("other", v.Value))
		}
	}
	texts := []struct {
		field string
		words []string
	}{{"value", []string{own.Value}}, {"label", []string{own.Label}}, {"label_en", []string{own.LabelEN}}, {"aliases", own.Aliases}}
	for _, of := range texts {
		for _, word := range of.words {
			if other, known := Meaning(others, word); known {
				return errValueUnsound.At(of.field, errSameMeaning.With("text", word).With("other", other.Value))
			}
		}
	}
	return nil
}

// keepUsedValues lets nobody take away what residents are recorded with, or what
// the program's rules know.
func keepUsedValues(e *core.RecordEvent) error {
	table, value := e.Record.GetString("table"), e.Record.GetString("value")
	if slices.Contains(closed, table) {
		return errValueUsed.WithText("reason", "aturan program bergantung padanya.", "the program's rules depend on it.")
	}
	if !slices.Contains(Tables, table) {
		return e.Next()
	}
	used, err := e.App.CountRecords("residents", dbx.HashExp{table: value})
	if err != nil {
		return err
	}
	if used > 0 {
		return errValueUsed.WithText("reason", "masih tercatat pada warga.", "residents are recorded with it.")
	}
	return e.Next()
}
