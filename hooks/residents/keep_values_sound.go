package residents

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errUnknownValue = fault.New(fault.Invalid, "resident.unknown_value",
		"\"{value}\" tidak ada di tabel register. Pilih dari daftar; admin kantor dapat menambah nilai yang belum ada.",
		"\"{value}\" is not in the register's table. Choose from the list; the office's admin can add what is missing.")
	errDidYouMean = fault.New(fault.Invalid, "resident.did_you_mean",
		"\"{value}\" tidak ada di tabel register. Maksudnya \"{suggestion}\"?",
		"\"{value}\" is not in the register's table. Did you mean \"{suggestion}\"?")
)

// tidyValues replaces codes, labels and short forms by the values that they mean
// and gives a fault for every field whose text is in no table. What the register
// already held is left alone: the tables of old were others.
func tidyValues(app core.App, resident *core.Record) (map[string]*fault.Fault, error) {
	unknown := map[string]*fault.Fault{}
	former := resident.Original()
	for _, table := range Tables {
		typed := resident.GetString(table)
		if typed == "" || !resident.IsNew() && typed == former.GetString(table) {
			continue
		}
		values, err := Table(app, table)
		if err != nil {
			return nil, err
		}
		if value, known := Meaning(values, typed); known {
			resident.Set(table, value.Value)
		} else {
			unknown[table] = unknownValue(values, typed)
		}
	}
	return unknown, nil
}

func unknownValue(values []Value, typed string) *fault.Fault {
	if value, found := Suggest(values, typed); found {
		return errDidYouMean.With("value", typed).With("suggestion", value.Label)
	}
	return errUnknownValue.With("value", typed)
}
