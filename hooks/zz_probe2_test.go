package hooks_test
import "github.com/pocketbase/pocketbase/core"
type coreRecord = core.Record
