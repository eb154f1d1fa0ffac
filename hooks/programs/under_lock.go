package programs

import (
	"reflect"

	"github.com/pocketbase/pocketbase/core"
)

// underLock brings a record to what stands behind the write lock, but for what
// its writer changed: what two change at once are two changes. Files stay as they
// came, PocketBase keeps those in order.
func underLock(record, fresh *core.Record) {
	before := record.Original()
	for _, field := range record.Collection().Fields {
		name := field.GetName()
		if field.Type() != core.FieldTypeFile && reflect.DeepEqual(record.Get(name), before.Get(name)) {
			record.Set(name, fresh.Get(name))
		}
	}
}

// changed lists which of some fields differ from what is kept.
func changed(record, fresh *core.Record, names []string) (list []string) {
	for _, name := range names {
		isFile := record.Collection().Fields.GetByName(name).Type() == core.FieldTypeFile
		if isFile && (len(record.GetUnsavedFiles(name)) > 0 || !reflect.DeepEqual(record.GetStringSlice(name), fresh.GetStringSlice(name))) ||
			!isFile && !reflect.DeepEqual(record.Get(name), fresh.Get(name)) {
			list = append(list, name)
		}
	}
	return list
}
