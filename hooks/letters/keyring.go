package letters

import (
	"encoding/base64"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// KeysEnv names the environment variable for another place of the office's
// keys than the folder "keys" in the data folder.
const KeysEnv = "MDESA_KEYS"

// keyring opens the keys once for an app.
type keyring struct {
	mu   sync.Mutex
	dir  string
	keys *Keys
}

// keysOf gives the office's keys, with a certificate in the office's name.
func keysOf(app core.App) (*Keys, error) {
	ring := app.Store().GetOrSet("letters.keys", func() any { return new(keyring) }).(*keyring)
	current, err := office.Current(app)
	if err != nil {
		return nil, err
	}
	name := officeOf(current).Area()
	ring.mu.Lock()
	defer ring.mu.Unlock()
	if ring.keys == nil {
		if ring.dir = os.Getenv(KeysEnv); ring.dir == "" {
			ring.dir = filepath.Join(app.DataDir(), "keys")
		}
		keys, err := OpenKeys(ring.dir, name)
		if err != nil {
			return nil, err
		}
		ring.keys = keys
	}
	return ring.keys, ring.keys.Renew(ring.dir, name, time.Now())
}

// publicKeys lets a page check QR codes by itself, also without network.
func publicKeys(e *core.RequestEvent) error {
	keys, err := keysOf(e.App)
	if err != nil {
		return err
	}
	current, err := office.Current(e.App)
	if err != nil {
		return err
	}
	public := keys.QRKey()
	return e.JSON(http.StatusOK, map[string]any{
		"office": officeOf(current).Area(),
		"keys": []any{map[string]string{
			"id": KeyID(public), "public": base64.RawURLEncoding.EncodeToString(public),
		}},
	})
}
