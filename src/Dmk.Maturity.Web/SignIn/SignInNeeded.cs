using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dmk.Maturity.Web;

/// <summary>The answer to somebody who would have to sign in first, or again: 401, and the way.</summary>
internal static class SignInNeeded
{
    /// <param name="page">Where the sign-in leads back to, below the language.</param>
    public static IResult Result(PageRequest request, SignInState state, string page)
    {
        request.Http.Response.Headers.WWWAuthenticate =
            state == SignInState.Nobody ? "Bearer realm=\"dmk-maturity\"" : "Bearer realm=\"dmk-maturity\", error=\"invalid_token\"";
        return new RazorComponentResult<SignInNeededPage>(
            new
            {
                Request = request,
                State = state,
                Back = page,
            }
        )
        {
            StatusCode = StatusCodes.Status401Unauthorized,
        };
    }
}
