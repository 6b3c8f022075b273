.sp-bar { background: red; }
