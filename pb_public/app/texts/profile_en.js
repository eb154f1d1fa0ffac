// What the profile says, in both doors.
export default {
  "profile.title": "Profile",
  "profile.register": "My data in the village register",
  "profile.register_text": "These data are used in letters. If something is wrong, choose “My data are wrong” below.",
  "profile.household": "Household",
  "profile.phone": "Phone number",
  "profile.phone_number": "Your phone number",
  "profile.phone_hint": "Its last 4 digits can be used to check a status.",
  "profile.language": "Language",
  "profile.password": "Password",
  "profile.saved": "Saved.",
  "profile.logout": "Log out",
  "profile.logout_drafts": "There are requests that have not been sent. If you log out, their answers and files are deleted from this device.",
  "profile.logged_out": "You are logged out.",
};
