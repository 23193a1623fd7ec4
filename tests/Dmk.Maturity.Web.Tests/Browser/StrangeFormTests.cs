using System.Net;
using System.Text;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Whatever bytes somebody sends to the address of a form: an answer in words, no fault of ours.</summary>
public sealed class StrangeFormTests(LiveSite site)
{
    private const string Part = "--b\r\nContent-Disposition: form-data; name=\"code\"\r\n";

    public static TheoryData<string, string, string, HttpStatusCode> Strange
    {
        get
        {
            var strange = new TheoryData<string, string, string, HttpStatusCode>();
            foreach (
                var path in new[]
                {
                    "survey",
                    "survey/0123456789ab/section/company",
                    "survey/0123456789ab/check",
                    "signin",
                    "signout",
                    "nowhere",
                }
            )
            {
                strange.Add(path, "multipart/form-data; boundary=b", Part + "\r\nabc", HttpStatusCode.BadRequest);
                strange.Add(path, "multipart/form-data; boundary=b", "nothing", HttpStatusCode.BadRequest);
                strange.Add(path, "multipart/form-data", Part, HttpStatusCode.RequestEntityTooLarge);
                strange.Add(
                    path,
                    "multipart/form-data; boundary=b",
                    Part + "Content-Type: text/plain; charset=utf-7\r\n\r\nabc\r\n--b--\r\n",
                    HttpStatusCode.UnsupportedMediaType
                );
                strange.Add(path, "application/x-www-form-urlencoded; charset=utf-7", "code=abc", HttpStatusCode.UnsupportedMediaType);
                strange.Add(path, "application/json", "{}", HttpStatusCode.UnsupportedMediaType);
            }

            return strange;
        }
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task A_body_that_is_no_form_is_refused_in_words(string path, string type, string body, HttpStatusCode status)
    {
        var (answered, html) = await Post(path, type, body);

        Assert.Equal(status, answered);
        Assert.Contains("Das Formular konnte nicht gelesen werden", html, StringComparison.Ordinal);
    }

    /// <summary>The reader of the framework refuses it where it is escaped.</summary>
    [Theory]
    [InlineData("code=A%00BC")]
    [InlineData("code=A%%0000BC")]
    [InlineData("code=%00")]
    [InlineData("%00=1&code=ABC")]
    public async Task A_character_of_no_width_and_no_meaning_blocks_no_page(string body)
    {
        var (answered, html) = await Post("survey", "application/x-www-form-urlencoded", body);

        Assert.Equal(HttpStatusCode.OK, answered);
        Assert.Contains("Zugangscode eingeben", html, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Html)> Post(string path, string type, string body)
    {
        using var client = new HttpClient { BaseAddress = new(site.Address) };
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await client.PostAsync(new Uri($"/de/{path}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, Markup.Readable(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
