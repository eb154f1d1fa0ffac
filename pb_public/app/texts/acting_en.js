export default {
  "acting.as": "as {as}",
  "acting.stepped": "standing in for the {role}",
  "acting.opened": "Open to the {roles} as well",
  "acting.own_kin": "Filed by an officer for themselves or their household",
};
