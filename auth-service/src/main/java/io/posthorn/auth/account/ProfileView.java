package io.posthorn.auth.account;

record ProfileView(UserView user, WorkspaceView workspace) {
    static ProfileView of(Profile profile) {
        return new ProfileView(UserView.of(profile.account()), WorkspaceView.of(profile.membership()));
    }
}
